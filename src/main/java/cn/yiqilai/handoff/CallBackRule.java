package cn.yiqilai.handoff;

import cn.yiqilai.calendar.Calendars;
import cn.yiqilai.calendar.Office;
import cn.yiqilai.city.Kind;
import cn.yiqilai.city.ServiceRulesArchive;
import cn.yiqilai.city.Step;
import cn.yiqilai.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Until when an enterprise that nobody served is to be called back: the city's rule on missed calls. */
@ApplicationScoped
class CallBackRule {
    private final ServiceRulesArchive rules;
    private final Calendars calendars;
    private final Settings settings;

    CallBackRule(ServiceRulesArchive rules, Calendars calendars, Settings settings) {
        this.rules = rules;
        this.calendars = calendars;
        this.settings = settings;
    }

    /** Null where the rules are silent: nothing is put in their place. */
    @Nullable
    Instant due(Kind kind, Instant missedAt) {
        var limit = rules.inForce(settings.city(), missedAt)
                .on(Step.MISSED_CALL, kind, Set.of())
                .line()
                .limit();
        return limit == null
                ? null
                : calendars
                        .of(Office.of(settings.city()))
                        .due(missedAt, limit.asTimeLimit())
                        .at();
    }
}
