package cn.yiqilai.workorder.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.calendar.WorkCalendars;
import cn.yiqilai.city.CityRules;
import cn.yiqilai.platform.ProblemException;
import cn.yiqilai.platform.web.ServedJson;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** From the body of a trial calculation to its due times, in each of the cities. */
class TimelineFuzzTest {
    private static final ObjectMapper JSON = ServedJson.mapper();
    private static final WorkCalendar H0 = WorkCalendars.h0();

    @FuzzTest(maxDuration = "3m")
    void any_body_is_refused_or_calculated(byte[] body) throws IOException {
        var form = form(body);
        if (form.isEmpty()) {
            return;
        }
        for (var rules : CityRules.book().all()) {
            try {
                var view =
                        TimelineReader.read(form.get(), rules, CityRules.book()).run(rules, H0);

                assertThat(view.events()).hasSize(form.get().path("events").size());
                assertThat(view.deadlines())
                        .extracting(TimelineView.StepView::step)
                        .doesNotHaveDuplicates();
            } catch (ProblemException refused) {
                assertThat(refused.problem().status()).isEqualTo(400);
                assertThat(refused.problem().errors()).isNotEmpty();
            }
        }
    }

    private static Optional<JsonNode> form(byte[] body) throws IOException {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
