package cn.yiqilai.understanding.hanlp;

import cn.yiqilai.city.Regions;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.LanguageReload;
import cn.yiqilai.understanding.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The analyzer in force: made from the language data at first use, made anew when an editor changed them. */
@ApplicationScoped
class CurrentAnalyzer implements Analyzer, LanguageReload {
    private final PublishedKnowledge knowledge;
    private final Regions regions;
    private final AtomicReference<@Nullable HanlpAnalyzer> current = new AtomicReference<>();

    CurrentAnalyzer(PublishedKnowledge knowledge, Regions regions) {
        this.knowledge = knowledge;
        this.regions = regions;
    }

    @Override
    public Form form(String text, LocalDate today) {
        return get().form(text, today);
    }

    @Override
    public String plain(String text) {
        return get().plain(text);
    }

    @Override
    public Trace trace(String text, LocalDate today) {
        return get().trace(text, today);
    }

    @Override
    public String fingerprint() {
        return get().fingerprint();
    }

    @Override
    public void reload() {
        current.set(new HanlpAnalyzer(knowledge.language(), regions));
    }

    private HanlpAnalyzer get() {
        var analyzer = current.get();
        if (analyzer == null) {
            current.compareAndSet(null, new HanlpAnalyzer(knowledge.language(), regions));
            return get();
        }
        return analyzer;
    }
}
