package cn.yiqilai.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the law and the almanac together. */
@ApplicationScoped
class CalendarProducer {
    @Produces
    @Singleton
    StatutoryDays statutoryDays(Almanac almanac) {
        return new StatutoryDays(almanac);
    }
}
