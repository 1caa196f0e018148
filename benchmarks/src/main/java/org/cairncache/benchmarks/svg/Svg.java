package org.cairncache.benchmarks.svg;

import static org.cairncache.benchmarks.report.TextTable.format;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Collects the elements of a drawing, one a line. Lengths have one decimal. Not thread-safe. */
final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  /** An empty drawing with a background of its own, and a name and a text for screen readers. */
  Svg(int width, int height, String title, String description) {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    open(
        "svg",
        "xmlns",
        NAMESPACE,
        "viewBox",
        "0 0 " + width + " " + height,
        "width",
        width,
        "height",
        height,
        "role",
        "img",
        "aria-labelledby",
        "title desc");
    write("title", title, "id", "title");
    write("desc", description, "id", "desc");
    element(
        "rect",
        "x",
        0.5,
        "y",
        0.5,
        "width",
        width - 1,
        "height",
        height - 1,
        "rx",
        6,
        "fill",
        "#ffffff",
        "stroke",
        "#d0d7de");
  }

  /** An element with the attributes, names and values in turn. */
  void element(String name, Object... attributes) {
    tell(() -> writer.writeEmptyElement(name), attributes);
  }

  /** Begins an element that contains others. */
  void open(String name, Object... attributes) {
    tell(() -> writer.writeStartElement(name), attributes);
  }

  /** Ends the element that was begun last. */
  void close() {
    tell(writer::writeEndElement);
  }

  /** A text at that point. */
  void text(double x, double y, String words, Object... attributes) {
    Object[] all = new Object[attributes.length + 4];
    System.arraycopy(new Object[] {"x", x, "y", y}, 0, all, 0, 4);
    System.arraycopy(attributes, 0, all, 4, attributes.length);
    write("text", words, all);
  }

  /** The whole document. */
  String finish() {
    close();
    return text + "\n";
  }

  /** A length as it is written. */
  static String length(double length) {
    String written = format("%.1f", length);
    return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
  }

  private void write(String name, String words, Object... attributes) {
    tell(() -> writer.writeStartElement(name), attributes);
    try {
      writer.writeCharacters(words);
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void tell(Step step, Object... attributes) {
    try {
      if (!text.toString().isEmpty()) {
        writer.writeCharacters("\n");
      }
      step.take();
      for (int i = 0; i < attributes.length; i += 2) {
        Object value = attributes[i + 1];
        writer.writeAttribute(
            attributes[i].toString(),
            value instanceof Number number ? length(number.doubleValue()) : value.toString());
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Step {
    void take() throws XMLStreamException;
  }
}
