package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.understanding.Utterances;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SoundsPropertyTest {
    /** Characters of one sound each, and pairs that southern speech makes one: 平翘舌, 前后鼻音, n and l. */
    private static final List<List<String>> ALIKE = List.of(
            List.of("税", "睡", "碎", "岁"),
            List.of("资", "支", "知", "姿"),
            List.of("审", "生", "申", "声"),
            List.of("城", "晨", "陈", "层"),
            List.of("年", "连", "联"),
            List.of("劳", "老", "脑"),
            List.of("金", "京", "今", "经"),
            List.of("商", "伤", "山", "三", "桑"),
            List.of("盐", "言", "沿", "研"),
            List.of("女", "吕", "铝"));

    @Property
    void what_sounds_alike_is_alike(@ForAll("alike") List<List<String>> characters) {
        var one = new StringBuilder();
        var other = new StringBuilder();
        characters.forEach(pair -> {
            one.append(pair.getFirst());
            other.append(pair.getLast());
        });

        assertThat(Sounds.of(one.toString())).isEqualTo(Sounds.of(other.toString()));
    }

    @Property
    void a_folded_syllable_stays_as_it_is(@ForAll("syllables") String syllable) {
        var folded = Sounds.fold(syllable);

        assertThat(Sounds.fold(folded)).isEqualTo(folded);
        assertThat(folded).doesNotMatch("(?:zh|ch|sh|n).*|.*ng");
    }

    @Property
    void every_character_of_any_text_sounds_like_something_whole(@ForAll("any") String text) {
        var normal = NormalForm.of(text);
        var sounds = Sounds.of(normal);

        assertThat(sounds).hasSizeLessThanOrEqualTo(Math.max(1, normal.length()));
        assertThat(sounds).allMatch(sound -> sound.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE));
    }

    @Provide
    Arbitrary<List<List<String>>> alike() {
        return Arbitraries.of(ALIKE)
                .flatMap(group -> Arbitraries.of(group).list().ofSize(2))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> syllables() {
        return Arbitraries.of(
                "zhang", "chen", "sheng", "nian", "lian", "niang", "zi", "zhi", "jing", "jin", "nv", "ang", "eng",
                "xing", "zhong", "long");
    }

    @Provide
    Arbitrary<String> any() {
        return Utterances.any();
    }
}
