package cn.sunlot.sheets;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part, read forwards. Refuses document types and entities, deep nesting, and names without
 * end, so that what a parser keeps in memory is bounded; every other flaw of the XML ends in {@link
 * Code#DAMAGED}.
 */
final class XmlPart implements Closeable {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_NAMES = 2_000;
  private static final int MAX_NAMESPACES = 10_000;
  private static final XMLInputFactory FACTORY = factory();

  private final String part;
  private final PartStream stream;
  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private int depth;
  private int namespaces;
  private boolean ended;

  XmlPart(String part, PartStream stream) {
    this.part = part;
    this.stream = stream;
    try {
      this.reader = FACTORY.createXMLStreamReader(stream);
    } catch (XMLStreamException | RuntimeException e) {
      throw refusal(e);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** Goes on to the next event; false at the end of the document. */
  boolean next() {
    if (ended) {
      return false;
    }
    try {
      stream.beginToken();
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> entered();
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw abuse("含有 DOCTYPE 或实体", "it has a document type or an entity");
        case XMLStreamConstants.PROCESSING_INSTRUCTION -> name(reader.getPITarget());
        case XMLStreamConstants.END_DOCUMENT -> ended = true;
        default -> {}
      }
      return !ended;
    } catch (XMLStreamException | RuntimeException e) {
      throw refusal(e);
    }
  }

  private void entered() {
    if (++depth > MAX_DEPTH) {
      throw abuse("嵌套过深", "it is nested too deeply");
    }
    name(reader.getLocalName());
    for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
      name(reader.getAttributeLocalName(i));
    }
    namespaces += reader.getNamespaceCount();
    if (namespaces > MAX_NAMESPACES) {
      throw abuse("命名空间过多", "it declares too many namespaces");
    }
  }

  private void name(String name) {
    if (names.add(name) && names.size() > MAX_NAMES) {
      throw abuse("名称过多", "it uses too many names");
    }
  }

  /** Goes on to the next start of one of these elements; false when there is none. */
  boolean seek(String... wanted) {
    while (next()) {
      for (String name : wanted) {
        if (starts(name)) {
          return true;
        }
      }
    }
    return false;
  }

  boolean isEnd() {
    return reader.isEndElement();
  }

  boolean starts(String localName) {
    return reader.isStartElement() && reader.getLocalName().equals(localName);
  }

  boolean ends(String localName) {
    return reader.isEndElement() && reader.getLocalName().equals(localName);
  }

  String localName() {
    return reader.getLocalName();
  }

  /** How deep the current element lies: 1 for the root, counted after its start, before its end. */
  int depth() {
    return depth;
  }

  /** An attribute by its local name, whatever its namespace. */
  @Nullable String attribute(String localName) {
    try {
      for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
        if (reader.getAttributeLocalName(i).equals(localName)) {
          return reader.getAttributeValue(i);
        }
      }
      return null;
    } catch (RuntimeException e) {
      throw refusal(e);
    }
  }

  /** Appends the current event's characters, if it is text, up to a limit; false when too long. */
  boolean appendText(StringBuilder to, int limit) {
    try {
      if (reader.isCharacters()
          || reader.getEventType() == XMLStreamConstants.CDATA
          || reader.getEventType() == XMLStreamConstants.SPACE) {
        if (to.length() + (long) reader.getTextLength() > limit) {
          to.append(reader.getText(), 0, limit - to.length());
          return false;
        }
        to.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      }
      return true;
    } catch (RuntimeException e) {
      throw refusal(e);
    }
  }

  /** Leaves the current element with all it contains. */
  void skip() {
    int outside = depth - 1;
    while (depth > outside && next()) {}
  }

  SheetRefused abuse(String zh, String en) {
    return Problem.ofFile(Code.XML_ABUSE, part, zh, en).refused();
  }

  SheetRefused damaged() {
    return Problem.ofFile(Code.DAMAGED, part).refused();
  }

  private RuntimeException refusal(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SheetRefused refused) {
        return refused;
      }
      if (cause instanceof UncheckedIOException disk) {
        return disk;
      }
    }
    boolean entity = e.getMessage() != null && e.getMessage().contains("ntity reference");
    return entity
        ? abuse("含有 DOCTYPE 或实体", "it has a document type or an entity")
        : Problem.ofFile(Code.DAMAGED, part).refused(e);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
