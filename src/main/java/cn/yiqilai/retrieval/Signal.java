package cn.yiqilai.retrieval;

/** One piece of evidence that a target is what was asked for. Shares and cosines are 0..1 unless said otherwise. */
public enum Signal {
    /** Cosine to the nearest question of the target. */
    COSINE("与最近问法的语义相似度"),
    /** Mean cosine to its three nearest questions: one lucky neighbour is not enough. */
    COSINE_MEAN("与最近三个问法的平均语义相似度"),
    /** Cosine to the answer's own text. */
    COSINE_ANSWER("与答案的语义相似度"),
    /** Shared characters and pairs with the nearest question, weighted by how much they tell (Dice). */
    GRAMS("与最近问法共有的字词"),
    /** Share of the query's characters and pairs, weighted, that occur anywhere in the target. */
    GRAMS_COVERED("问题用字在条目中出现的比例"),
    /** Share of the query's words, weighted, that occur anywhere in the target. */
    WORDS_COVERED("问题用词在条目中出现的比例"),
    /** Weight of the most telling word of the query that the target lacks, 0 when it has them all. */
    WORD_MISSING("条目缺少的最关键的词"),
    /** Shared pairs of syllables with the nearest question (Dice). */
    SOUND("与最近问法的读音相似度"),
    /** Share of the query's syllable pairs that occur anywhere in the target. */
    SOUND_COVERED("问题读音在条目中出现的比例"),
    /** How much nearer the nearest negative question is than the nearest real one, 0 when it is not. */
    NEGATIVE_NEARER("更接近条目的反例"),
    /** Cosine to the nearest negative question. */
    NEGATIVE_COSINE("与最近反例的语义相似度"),
    /** Share of the aspects asked for (how long, how much …) that the target's questions ask for too. */
    ASPECT("所问方面相符的程度"),
    /** Share of the query's amounts that occur in the target. */
    AMOUNT("金额、数量相符的程度"),
    /** The query names a year that occurs in the target. */
    YEAR_NAMED("条目提到所问年份"),
    /** The query names another year than today's and the target does not know it. */
    YEAR_UNKNOWN("条目未涉及所问年份"),
    /** The target is asked about by year, and the query names another one that the target does not know. */
    YEAR_DIFFERS("条目说的是别的年份"),
    /** Share of the named things, of those easily taken for others, that the target's questions name too. */
    THING_OWN("条目问的正是所说的事项"),
    /** Share of the named things for which the target's questions name one that is easily taken for it instead. */
    THING_OTHER("条目问的是易混的另一事项"),
    /** The query names a place and the target was made for that very place. */
    PLACE_OWN("条目正是所问地区的规定"),
    /** The query names a place elsewhere and the target is a general rule. */
    PLACE_GENERAL("所问为外地，条目为普遍规定"),
    /** One says no, the other does not. */
    NEGATION_DIFFERS("肯定否定不一致"),
    /** The query is a known question of the target, letter by letter in content. */
    EXACT("与已知问法完全相同"),
    /** A phrase that shows the intent by itself. */
    PHRASE("出现决定性短语"),
    /** The target is a question known to have no approved answer. */
    UNCOVERED("已知暂无答案的问题"),
    /** Always 1: what speaks for a kind of target before anything is known. */
    PRIOR("基准");

    private final String label;

    Signal(String label) {
        this.label = label;
    }

    /** What editors read. */
    public String label() {
        return label;
    }
}
