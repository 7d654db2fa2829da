package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.city.Regions;
import cn.yiqilai.retrieval.QuestionDocument;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The fields of a document. */
final class Fields {
    /** Raised when the fields change, so that stored indexes are built anew. */
    static final int VERSION = 2;

    static final String TARGET = "target";
    static final String POSITION = "position";
    static final String ROLE = "role";
    static final String GRAMS = "grams";
    static final String WORDS = "words";
    static final String SOUNDS = "sounds";
    static final String VECTOR = "vector";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String REGION = "region";
    static final String TEXT = "text";

    private static final long ALWAYS = LocalDate.of(1900, 1, 1).toEpochDay();
    private static final long NEVER = LocalDate.of(9999, 12, 31).toEpochDay();

    private Fields() {}

    static Document document(QuestionDocument question) {
        var document = new Document();
        var key = question.target().key();
        document.add(new StringField(TARGET, key, Field.Store.NO));
        document.add(new SortedDocValuesField(TARGET, new BytesRef(key)));
        document.add(new NumericDocValuesField(POSITION, question.position()));
        document.add(new NumericDocValuesField(ROLE, question.role().ordinal()));
        document.add(new StoredField(TEXT, question.form().original()));
        if (question.role() != QuestionDocument.Role.NEGATIVE) {
            // A negative question must not bring its target forward; it only counts against it.
            document.add(new TextField(GRAMS, new Terms(question.form().grams())));
            document.add(new TextField(WORDS, new Terms(question.form().words())));
            document.add(new TextField(SOUNDS, new Terms(question.form().sounds())));
        }
        document.add(new KnnFloatVectorField(VECTOR, question.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        document.add(new LongField(FROM, day(question.validFrom(), ALWAYS), Field.Store.NO));
        document.add(new LongField(UNTIL, day(question.validUntil(), NEVER), Field.Store.NO));
        document.add(new StringField(REGION, region(question.region()), Field.Store.NO));
        return document;
    }

    private static long day(@Nullable LocalDate day, long otherwise) {
        return day == null ? otherwise : day.toEpochDay();
    }

    private static String region(@Nullable String region) {
        return region == null ? Regions.NATION : region;
    }

    /** Terms that are ready made. */
    private static final class Terms extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Collection<String> all;
        private Iterator<String> rest;

        Terms(Collection<String> all) {
            this.all = all;
            this.rest = all.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(rest.next());
            return true;
        }

        @Override
        public void reset() {
            rest = all.iterator();
        }
    }
}
