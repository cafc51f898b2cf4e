package cn.sunlot.registry.store.index;

import cn.sunlot.sheets.Normalised;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** One target after the other as a document; for one thread. */
final class TargetDocument {

  /** Key of the target, to replace its document and to find its row. */
  static final String ID = "id";

  /** Characters of the name. */
  static final String NAME = "n";

  /** Pairs of characters of the name, with their places. */
  static final String NAME_PAIRS = "n2";

  /** The same of the first letters of its pinyin. */
  static final String INITIALS_PAIRS = "i2";

  /** The id of the unit; of a number after the name of its registry all beginnings. */
  static final String UNIT = "u";

  /** Everything a list is narrowed to, each value with its letter. */
  static final String FACET = "f";

  static final String BY_UNIT = "unitId";
  static final String BY_NAME = "name";
  static final String BY_RISK = "riskClass";
  static final String BY_TIME = "updatedAt";

  private static final FieldType THERE = type(IndexOptions.DOCS);
  private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  private final Terms name = new Terms();
  private final Terms namePairs = new Terms();
  private final Terms initialsPairs = new Terms();
  private final Terms unit = new Terms();
  private final Terms facets = new Terms();
  private final RuleBasedCollator pinyin =
      (RuleBasedCollator) Collator.getInstance(new ULocale("zh"));
  private final RawCollationKey key = new RawCollationKey();

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setOmitNorms(true);
    type.freeze();
    return type;
  }

  static Term key(UUID id) {
    return new Term(ID, bytes(id));
  }

  static BytesRef bytes(UUID id) {
    return new BytesRef(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  static UUID id(BytesRef bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  /** A text as names are compared: all folded, brackets too, in small letters, without blanks. */
  static String comparable(String text) {
    return Normalised.ofCode(text).text().toLowerCase(Locale.ROOT);
  }

  static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  /** The document; it is valid until the next one. */
  Document of(IndexedTarget target) {
    String plain = comparable(target.name());
    List<String> characters = characters(plain);
    List<String> letters = Initials.of(plain);
    Document document = new Document();
    document.add(new StringField(ID, bytes(target.id()), Field.Store.NO));
    document.add(new BinaryDocValuesField(ID, bytes(target.id())));
    name.clear().pieces(characters, 1);
    document.add(new Field(NAME, name, THERE));
    namePairs.clear().pieces(characters, 2);
    document.add(new Field(NAME_PAIRS, namePairs, PLACED));
    initialsPairs.clear().pieces(letters, 2);
    document.add(new Field(INITIALS_PAIRS, initialsPairs, PLACED));
    unit.clear();
    unit(target.unitId().toLowerCase(Locale.ROOT));
    for (String former : target.formerIds()) {
      unit(former.toLowerCase(Locale.ROOT));
    }
    document.add(new Field(UNIT, unit, THERE));
    narrow(target);
    document.add(new Field(FACET, facets, THERE));
    sort(document, target);
    return document;
  }

  private void sort(Document document, IndexedTarget target) {
    pinyin.getRawCollationKey(target.name(), key);
    BytesRef order = new BytesRef(java.util.Arrays.copyOf(key.bytes, key.size));
    document.add(new SortedDocValuesField(BY_UNIT, new BytesRef(target.unitId())));
    document.add(new SortedDocValuesField(BY_NAME, order));
    document.add(new SortedDocValuesField(BY_RISK, new BytesRef(target.riskClass())));
    document.add(new SortedDocValuesField(BY_TIME, time(target)));
  }

  /** Bytes that sort as the times do, which are after 1970. */
  private static BytesRef time(IndexedTarget target) {
    long millis = target.updatedAt().toEpochMilli();
    return new BytesRef(ByteBuffer.allocate(8).putLong(millis).array());
  }

  private void unit(String unitId) {
    unit.add(unitId);
    int colon = unitId.indexOf(':');
    for (int to = colon + 2; colon >= 0 && to <= unitId.length(); to++) {
      unit.add(unitId.substring(colon + 1, to));
    }
  }

  private void narrow(IndexedTarget target) {
    facets
        .clear()
        .add(Facet.AUTHORITY.of(target.authorityId().toString()))
        .add(Facet.KIND.of(target.kind()))
        .add(Facet.RISK_CLASS.of(target.riskClass()))
        .add(Facet.STATUS.of(target.status()))
        .add(Facet.COMPLETE.of(target.complete()))
        .add(Facet.WARNED.of(target.warned()))
        .add(Facet.OWN_REGION.of(target.regionCode()));
    for (String tag : target.tags()) {
      facets.add(Facet.TAG.of(tag));
    }
    for (String place : target.placed()) {
      facets.add(Facet.PLACED.of(place));
    }
    target.details().forEach((field, value) -> facets.add(Facet.DETAIL.of(field + "=" + value)));
    String region = target.regionCode();
    for (int to = 2; to < region.length(); to += 2) {
      facets.add(Facet.REGION.of(region.substring(0, to)));
    }
    facets.add(Facet.REGION.of(region));
  }
}
