package org.cairncache.protocol;

import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.NodeList;

/** What a server answered. */
record Reply(int status, HttpHeaders headers, String text) {
  static Reply of(HttpResponse<String> response) {
    return new Reply(response.statusCode(), response.headers(), response.body());
  }

  /** Empty if there is none. */
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The texts of the elements of this name; none if the body is not XML. */
  List<String> elements(String name) {
    List<String> texts = new ArrayList<>();
    if (text.startsWith("<")) {
      NodeList nodes = parsed(name);
      for (int i = 0; i < nodes.getLength(); i++) {
        texts.add(nodes.item(i).getTextContent());
      }
    }
    return texts;
  }

  /** Without the headers that every answer has. */
  @Override
  public String toString() {
    return status + " " + headers.map() + " " + text.replaceAll("<\\?.*?\\?>", "").strip();
  }

  private NodeList parsed(String name) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(bytes))
          .getElementsByTagName(name);
    } catch (Exception e) {
      throw new AssertionError("Not XML: " + text, e);
    }
  }
}
