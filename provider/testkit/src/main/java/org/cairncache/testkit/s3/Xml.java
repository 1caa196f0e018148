package org.cairncache.testkit.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.cairncache.testkit.http.Answer;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Builds and reads the documents that S3 speaks in. Not thread-safe. */
final class Xml {
  private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private final StringBuilder text = new StringBuilder();

  /** The answer to a request that failed. */
  static Answer error(int status, String code, String message) {
    Xml xml = new Xml().open("Error").element("Code", code).element("Message", message);
    xml.element("RequestId", "0").element("HostId", "0");
    return Answer.of(status, "application/xml", START + xml.close("Error").text);
  }

  Xml open(String name) {
    text.append('<').append(name).append('>');
    return this;
  }

  Xml close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  Xml element(String name, Object value) {
    open(name);
    String.valueOf(value).codePoints().forEach(this::character);
    return close(name);
  }

  Xml add(Xml more) {
    text.append(more.text);
    return this;
  }

  private void character(int c) {
    switch (c) {
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '&' -> text.append("&amp;");
      case '\r' -> text.append("&#13;");
      default -> text.appendCodePoint(c);
    }
  }

  /** The answer with all of it in an element of this name. */
  Answer answer(String root) {
    String opened = '<' + root + " xmlns=\"" + NAMESPACE + "\">";
    return Answer.of(200, "application/xml", START + opened + text + "</" + root + '>');
  }

  /** What the elements of this name hold, in their order. */
  static List<String> elements(byte[] document, String name) {
    NodeList nodes = parsed(document).getElementsByTagName(name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  /** The texts of what is in each element of this name, by their names. */
  static List<Map<String, String>> parts(byte[] document, String name) {
    NodeList nodes = parsed(document).getElementsByTagName(name);
    List<Map<String, String>> parts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Map<String, String> part = new HashMap<>();
      for (Node n = nodes.item(i).getFirstChild(); n != null; n = n.getNextSibling()) {
        part.put(n.getNodeName(), n.getTextContent());
      }
      parts.add(part);
    }
    return parts;
  }

  private static Document parsed(byte[] document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
    } catch (SAXException e) {
      throw new S3Failure(400, "MalformedXML", "Not XML: " + new String(document, UTF_8));
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException("Every JDK parses XML", e);
    }
  }
}
