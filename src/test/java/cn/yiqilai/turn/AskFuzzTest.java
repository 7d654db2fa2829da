package cn.yiqilai.turn;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.channel.chat.AskResource.Ask;
import cn.yiqilai.conversation.UtteranceText;
import cn.yiqilai.decision.ConfidenceFile;
import cn.yiqilai.decision.FittedModel;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.platform.web.ServedJson;
import cn.yiqilai.retrieval.RankingInForce;
import cn.yiqilai.retrieval.RankingModel;
import cn.yiqilai.retrieval.SmallRetrieval;
import cn.yiqilai.understanding.Context;
import cn.yiqilai.understanding.Language;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** From the body of {@code POST /api/v1/ask} to the decision, over a dozen entries. */
class AskFuzzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final ObjectMapper JSON = ServedJson.mapper();
    private static final Context BEFORE = Context.NONE.goingOn("试用期工资最低多少", Optional.empty(), List.of());

    @TempDir
    static Path folder;

    private static SmallRetrieval retrieval;
    private static Thinking thinking;

    @BeforeAll
    static void fill() {
        var fitted = ConfidenceFile.read(Path.of("kb-seed/model/confidence.json"));
        retrieval = new SmallRetrieval(folder);
        var model = new FittedModel(RankingModel.UNFITTED, fitted.model(), fitted.thresholds());
        thinking = SmallThinking.over(retrieval, new ModelInForce(new RankingInForce(RankingModel.UNFITTED), model));
    }

    @AfterAll
    static void close() {
        retrieval.close();
    }

    @FuzzTest(maxDuration = "3m")
    void any_body_is_refused_or_decided(byte[] body) throws IOException {
        var question = question(body);
        if (question.isPresent()) {
            var alone = think(question.get(), Context.NONE);
            var followUp = think(question.get(), BEFORE);

            assertThat(alone.text()).isEqualTo(question.get());
            assertThat(alone.ranking().entries()).hasSizeLessThanOrEqualTo(Thinking.CANDIDATES);
            assertThat(alone.decision().confidence().value()).isBetween(0.0, 1.0);
            assertThat(followUp.decision().confidence().value()).isBetween(0.0, 1.0);
        }
    }

    /** Empty when the body is refused. */
    private static Optional<String> question(byte[] body) throws IOException {
        try {
            var ask = JSON.readValue(body, Ask.class);
            return ask != null && UtteranceText.check(ask.question()) instanceof UtteranceText.Outcome.Accepted accepted
                    ? Optional.of(accepted.text().value())
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Thought think(String text, Context context) {
        return thinking.think(new Question(text, Language.regions().place("盐城市"), TODAY, context));
    }
}
