package cn.yiqilai.studio;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.Intent;
import java.util.Optional;
import java.util.function.Function;

/** Entries and intents by their ids, as far as they are still there. */
record Names(Function<String, Optional<Entry>> entries, Function<String, Optional<Intent>> intents) {
    Optional<Entry> known(String id) {
        return entries.apply(id);
    }

    Optional<String> entry(String id) {
        return entries.apply(id).map(Entry::question);
    }

    Optional<String> intent(String id) {
        return intents.apply(id).map(Intent::title);
    }
}
