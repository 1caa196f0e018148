package org.cairncache.tck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The report that JUnit writes in the format of Ant and Surefire. */
final class JUnitXml {

  private JUnitXml() {}

  static List<TckCase> read(Path report) throws IOException {
    NodeList cases = parse(report).getElementsByTagName("testcase");
    List<TckCase> tests = new ArrayList<>();
    for (int i = 0; i < cases.getLength(); i++) {
      tests.add(test((Element) cases.item(i)));
    }
    return tests;
  }

  private static Element parse(Path report) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(report.toFile())
          .getDocumentElement();
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(report + " is not a JUnit report", e);
    }
  }

  private static TckCase test(Element testcase) {
    TckCase.End end = end(testcase);
    return new TckCase(
        testcase.getAttribute("classname"), testcase.getAttribute("name"), end, detail(testcase));
  }

  private static TckCase.End end(Element testcase) {
    if (has(testcase, "failure")) {
      return TckCase.End.FAILED;
    }
    if (has(testcase, "error")) {
      return TckCase.End.ERROR;
    }
    return has(testcase, "skipped") ? TckCase.End.SKIPPED : TckCase.End.PASSED;
  }

  private static String detail(Element testcase) {
    StringBuilder detail = new StringBuilder();
    for (String name : List.of("failure", "error", "skipped")) {
      NodeList elements = testcase.getElementsByTagName(name);
      for (int i = 0; i < elements.getLength(); i++) {
        detail.append(elements.item(i).getTextContent());
      }
    }
    return detail.toString();
  }

  private static boolean has(Element testcase, String name) {
    return testcase.getElementsByTagName(name).getLength() > 0;
  }
}
