package cn.yiqilai.channel.chat;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Place;
import cn.yiqilai.city.Regions;
import cn.yiqilai.conversation.UtteranceText;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.turn.Question;
import cn.yiqilai.understanding.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a single question as callers send it; whoever takes such a question refuses the same with the same words. */
@ApplicationScoped
public class AskedQuestions {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Regions regions;
    private final City city;
    private final Clock clock;

    AskedQuestions(Regions regions, City city, Clock clock) {
        this.regions = regions;
        this.city = city;
        this.clock = clock;
    }

    /**
     * @param question 1..500 code points
     * @param region a place by its name; null or blank = the city that is served
     * @param asOf a day of 2000..2100, {@code 2026-11-20}; null = today
     * @param operatingPoint by its name; null = PUBLIC. Who may ask at it is the operation's to say
     * @throws cn.yiqilai.platform.ProblemException 400 naming the field that is wrong
     */
    public Question of(
            @Nullable String question,
            @Nullable String region,
            @Nullable String asOf,
            @Nullable String operatingPoint) {
        return new Question(text(question), place(region), day(asOf), Context.NONE, point(operatingPoint));
    }

    private static OperatingPoint point(@Nullable String name) {
        return Arrays.stream(OperatingPoint.values())
                .filter(one ->
                        name == null ? one == OperatingPoint.PUBLIC : one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalidField("operatingPoint", "ask.operating-point")
                        .asException());
    }

    private static String text(@Nullable String question) {
        return switch (UtteranceText.check(question)) {
            case UtteranceText.Outcome.Accepted accepted -> accepted.text().value();
            case UtteranceText.Outcome.Refused refused ->
                throw new Problem(
                                400,
                                "ask.question",
                                Messages.of("ask.question"),
                                List.of(new Problem.FieldError(
                                        "question", refused.error().message())),
                                Map.of())
                        .asException();
        };
    }

    private Place place(@Nullable String region) {
        if (region == null || region.isBlank()) {
            return city.place();
        }
        return NamedPlace.of(region, regions);
    }

    /**
     * A day and nothing else: the JSON reader itself would also take numbers, lists and times for one.
     *
     * @return today when it is null
     * @throws cn.yiqilai.platform.ProblemException 400 when it is no day of 2000..2100
     */
    public LocalDate day(@Nullable String asOf) {
        if (asOf == null) {
            return Shanghai.today(clock);
        }
        return parsed(asOf)
                .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
                .orElseThrow(() -> Problem.invalidField("asOf", "ask.as-of").asException());
    }

    private static Optional<LocalDate> parsed(String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
