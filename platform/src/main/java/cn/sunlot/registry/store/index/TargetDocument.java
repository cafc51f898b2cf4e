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
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** One target after the other as a document; for one thread. */
final class TargetDocument {

  /** Key of the target, to replace its document and to find its row. */
  static final String ID = "id";

  /** Pieces of one and two characters of the name; of three, with their places. */
  static final String NAME = "n";

  static final String NAME_PLACES = "n3";

  /** The same of the first letters of its pinyin. */
  static final String INITIALS = "i";

  static final String INITIALS_PLACES = "i3";

  /** The id of the unit and its beginnings. */
  static final String UNIT = "u";

  /** Everything a list is narrowed to, each value with its letter. */
  static final String FACET = "f";

  static final String BY_UNIT = "unitId";
  static final String BY_NAME = "name";
  static final String BY_RISK = "riskClass";
  static final String BY_TIME = "updatedAt";

  /** Beginnings of ids up to this long are terms; longer ones are few enough to be looked up. */
  static final int LONGEST_BEGINNING = 12;

  private static final FieldType THERE = type(IndexOptions.DOCS);
  private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  private final Terms name = new Terms();
  private final Terms namePlaces = new Terms();
  private final Terms initials = new Terms();
  private final Terms initialsPlaces = new Terms();
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

  /** A text as names are compared: folded, in small letters, without blanks. */
  static String comparable(String text) {
    return Normalised.ofText(text).text().toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
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
    name.clear().pieces(characters, 1).pieces(characters, 2);
    document.add(new Field(NAME, name, THERE));
    namePlaces.clear().pieces(characters, 3);
    document.add(new Field(NAME_PLACES, namePlaces, PLACED));
    initials.clear().pieces(letters, 1).pieces(letters, 2);
    document.add(new Field(INITIALS, initials, THERE));
    initialsPlaces.clear().pieces(letters, 3);
    document.add(new Field(INITIALS_PLACES, initialsPlaces, PLACED));
    beginnings(target.unitId().toLowerCase(Locale.ROOT));
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
    long time = target.updatedAt().toEpochMilli();
    document.add(new NumericDocValuesField(BY_TIME, time));
    document.add(new LongPoint(BY_TIME, time));
  }

  /** Of the whole id, and of the number after the name of its registry. */
  private void beginnings(String unitId) {
    unit.clear();
    begin(unitId);
    int colon = unitId.indexOf(':');
    if (colon >= 0) {
      begin(unitId.substring(colon + 1));
    }
  }

  private void begin(String text) {
    for (int to = 1; to <= Math.min(LONGEST_BEGINNING, text.length()); to++) {
      unit.add(text.substring(0, to));
    }
    if (text.length() > LONGEST_BEGINNING) {
      unit.add(text);
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
    String region = target.regionCode();
    for (int to = 2; to < region.length(); to += 2) {
      facets.add(Facet.REGION.of(region.substring(0, to)));
    }
    facets.add(Facet.REGION.of(region));
  }
}
