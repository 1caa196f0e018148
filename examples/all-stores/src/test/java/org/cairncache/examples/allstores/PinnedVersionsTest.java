package org.cairncache.examples.allstores;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The poms without a parent name the versions that the project has. */
final class PinnedVersionsTest {
  private static final String ROOT = "../../pom.xml";

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "../../provider/bom/pom.xml"})
  void versions_ofAPomWithoutParent_areTheProjects(String file) throws Exception {
    Document pom = read(file);
    Document root = read(ROOT);

    assertThat(plugins(root)).isNotEmpty().containsAllEntriesOf(plugins(pom));
    Map<String, String> here = properties(pom);
    here.keySet().retainAll(properties(root).keySet());
    assertThat(properties(root)).isNotEmpty().containsAllEntriesOf(here);
    assertThat(text(pom.getDocumentElement(), "version"))
        .isEqualTo(text(root.getDocumentElement(), "version"));
  }

  private static Document read(String file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(file));
  }

  private static Map<String, String> plugins(Document pom) {
    return elements(pom.getElementsByTagName("plugin"))
        .filter(plugin -> !text(plugin, "version").isEmpty())
        .collect(toMap(plugin -> text(plugin, "artifactId"), plugin -> text(plugin, "version")));
  }

  private static Map<String, String> properties(Document pom) {
    Element properties = (Element) pom.getElementsByTagName("properties").item(0);
    return elements(properties.getChildNodes())
        .filter(property -> property.getTagName().endsWith(".version"))
        .collect(toMap(Element::getTagName, Element::getTextContent));
  }

  private static String text(Element parent, String name) {
    return elements(parent.getChildNodes())
        .filter(child -> child.getTagName().equals(name))
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map((Node node) -> (Element) node);
  }
}
