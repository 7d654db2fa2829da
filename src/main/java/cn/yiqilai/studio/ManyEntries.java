package cn.yiqilai.studio;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * As many entries as are wanted, made of those there are: each with ten texts that are indexed, first as they stand, then for
 * other trades, places, amounts, years and actors. Nobody could answer with them; for measuring they are as different from each
 * other as entries of one kind are. The same each time.
 */
final class ManyEntries {
    /** Indexed texts of an entry: its questions, one negative question, and the answer. */
    static final int TEXTS = 10;

    private static final int QUESTIONS = 8;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern MARK = Pattern.compile("^第\\d+户,");
    private static final List<String> TRADES = List.of(
            "餐饮店", "建筑公司", "物流车队", "软件公司", "养殖场", "幼儿园", "大药房", "纺织厂", "汽修铺", "外贸行", "广告社", "律师所", "印刷厂", "家具厂", "民宿",
            "健身馆", "化工厂", "果园", "旅行社", "驾校", "影楼", "花木场", "水产行", "电镀厂", "培训班", "网吧", "洗衣房", "加油站", "模具厂", "宠物店");
    private static final List<String> PLACES =
            List.of("南通", "扬州", "泰州", "徐州", "淮安", "宿迁", "镇江", "常州", "无锡", "连云港", "嘉兴", "绍兴", "芜湖", "滁州", "临沂", "日照");
    private static final List<String> ACTORS =
            List.of("公司", "工厂", "合作社", "门店", "工作室", "商行", "农场", "分公司", "车间", "作坊", "个体户", "联营体");

    private ManyEntries() {}

    /** @param texts how many are indexed in all */
    static List<Entry> of(Collection<Entry> entries, int texts) {
        var originals = entries.stream()
                .sorted(Comparator.comparing(entry -> entry.id().value()))
                .flatMap(entry -> parts(entry).stream())
                .toList();
        var many = new ArrayList<Entry>();
        for (var round = 0; many.size() < texts / TEXTS; round++) {
            for (var i = 0; i < originals.size() && many.size() < texts / TEXTS; i++) {
                many.add(round == 0 ? originals.get(i) : new Variation(round, i).of(originals.get(i)));
            }
        }
        return many;
    }

    /** An entry's questions in handfuls, an entry a handful. */
    private static List<Entry> parts(Entry entry) {
        var questions = entry.questions().toList();
        var parts = new ArrayList<Entry>();
        for (var start = 0; start + QUESTIONS <= questions.size(); start += QUESTIONS) {
            var some = questions.subList(start, start + QUESTIONS);
            var negative = entry.negative().stream().skip(parts.size()).limit(1).toList();
            parts.add(with(entry, entry.id().value() + "-" + parts.size(), some, negative, entry.answer()));
        }
        return parts;
    }

    /** The same entries once more, each text with a mark before it. */
    static List<Entry> copies(List<Entry> entries, int copy) {
        var mark = "第" + copy + "户，";
        return entries.stream()
                .map(entry -> with(
                        entry,
                        entry.id().value() + "-copy-" + copy,
                        entry.questions().map(mark::concat).toList(),
                        entry.negative().stream().map(mark::concat).toList(),
                        mark + entry.answer()))
                .toList();
    }

    /** @param normal the normal form of a text that may have a mark */
    static String withoutMark(String normal) {
        return MARK.matcher(normal).replaceFirst("");
    }

    private static Entry with(Entry entry, String id, List<String> questions, List<String> negative, String answer) {
        return new Entry(
                new EntryId(id),
                questions.getFirst(),
                questions.subList(1, questions.size()),
                negative,
                answer,
                entry.shortAnswer(),
                entry.spokenAnswer(),
                entry.topic(),
                entry.keywords(),
                entry.issuer(),
                entry.documentNumber(),
                entry.documentTitle(),
                entry.issuedOn(),
                entry.url(),
                entry.validFrom(),
                entry.validUntil(),
                entry.region(),
                entry.audience(),
                entry.department(),
                entry.basis(),
                null,
                entry.caveat());
    }

    /** What is different in a round. */
    private record Variation(int round, int number) {
        Entry of(Entry entry) {
            return with(
                    entry,
                    entry.id().value() + "-" + round,
                    entry.questions().map(this::varied).toList(),
                    entry.negative().stream().map(this::varied).toList(),
                    varied(entry.answer()));
        }

        private String varied(String text) {
            var trade = TRADES.get((round * 7 + number) % TRADES.size());
            var numbers = NUMBER.matcher(text).replaceAll(found -> another(Integer.parseInt(found.group())));
            return trade + "，"
                    + numbers.replace("盐城", PLACES.get((round * 5 + number) % PLACES.size()))
                            .replace("公司", ACTORS.get((round * 3 + number) % ACTORS.size()))
                            .replace("企业", ACTORS.get((round * 5 + number) % ACTORS.size()));
        }

        private String another(int amount) {
            return Integer.toString(amount >= 1990 && amount < 2100 ? amount - round % 7 : amount + round * 3);
        }
    }
}
