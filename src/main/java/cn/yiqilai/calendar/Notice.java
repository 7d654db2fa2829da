package cn.yiqilai.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * What the State Council's yearly notice says: which days are free and which are worked instead.
 *
 * @param year that it is for; it may also name days of the December before
 * @param papers where the notice can be read
 * @param days in the order of their dates, none twice
 */
public record Notice(int year, List<String> papers, List<NoticeDay> days) {
    /**
     * @param name of the holiday: {@code 春节}
     * @param off true: free; false: worked although it is a weekend
     */
    public record NoticeDay(LocalDate date, String name, boolean off) {}

    public Notice {
        papers = List.copyOf(papers);
        days = List.copyOf(days);
    }
}
