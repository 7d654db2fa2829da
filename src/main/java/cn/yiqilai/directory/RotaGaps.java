package cn.yiqilai.directory;

import cn.yiqilai.calendar.Calendars;
import cn.yiqilai.calendar.Office;
import cn.yiqilai.calendar.WorkCalendar;
import cn.yiqilai.city.City;
import cn.yiqilai.platform.Shanghai;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds when nobody is there to be asked. Looked at within the city's office hours on working days, because specialists are rung then
 * only; the topics are those that specialists in service know about.
 */
@ApplicationScoped
public class RotaGaps {
    /** A stretch of time, {@code [begins, ends)}. */
    record Span(Instant begins, Instant ends) {}

    private final RotaRecords rota;
    private final SpecialistRecords specialists;
    private final Calendars calendars;
    private final City city;

    RotaGaps(RotaRecords rota, SpecialistRecords specialists, Calendars calendars, City city) {
        this.rota = rota;
        this.specialists = specialists;
        this.calendars = calendars;
        this.city = city;
    }

    /**
     * By topic and time.
     *
     * @param topic only that one; null = every topic that somebody knows about
     * @param first, last days, both included
     */
    public List<RotaGap> between(@Nullable String topic, LocalDate first, LocalDate last) {
        var open = open(calendars.of(Office.of(city.profile())), first, last);
        if (open.isEmpty()) {
            return List.of();
        }
        var people = specialists.inService().stream().collect(Collectors.toMap(Specialist::id, Function.identity()));
        var topics = new TreeSet<String>();
        if (topic == null) {
            people.values().forEach(specialist -> topics.addAll(specialist.topics()));
        } else {
            topics.add(topic);
        }
        var shifts = rota.between(null, open.getFirst().begins(), open.getLast().ends());
        var gaps = new ArrayList<RotaGap>();
        for (var one : topics) {
            var covering = shifts.stream()
                    .filter(shift -> Expertise.covers(shift.topic(), one))
                    .filter(shift -> people.containsKey(shift.specialist())
                            && people.get(shift.specialist()).knows(one))
                    .toList();
            open.forEach(span ->
                    uncovered(span, covering).forEach(gap -> gaps.add(RotaGap.of(one, gap.begins(), gap.ends()))));
        }
        return gaps;
    }

    /** The office hours of the working days. */
    static List<Span> open(WorkCalendar calendar, LocalDate first, LocalDate last) {
        var open = new ArrayList<Span>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                var midnight = day.atStartOfDay(Shanghai.ZONE);
                calendar.hours(day)
                        .openings()
                        .forEach(opening -> open.add(new Span(
                                midnight.plusMinutes(opening.startMinute()).toInstant(),
                                midnight.plusMinutes(opening.endMinute()).toInstant())));
            }
        }
        return open;
    }

    /** What of the span no shift covers. @param shifts by begin */
    static List<Span> uncovered(Span span, Collection<Shift> shifts) {
        var left = new ArrayList<Span>();
        var from = span.begins();
        for (var shift : shifts) {
            if (!shift.ends().isAfter(from) || !shift.begins().isBefore(span.ends())) {
                continue;
            }
            if (shift.begins().isAfter(from)) {
                left.add(new Span(from, shift.begins()));
            }
            from = shift.ends();
        }
        if (from.isBefore(span.ends())) {
            left.add(new Span(from, span.ends()));
        }
        return left;
    }
}
