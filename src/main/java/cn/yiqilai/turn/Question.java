package cn.yiqilai.turn;

import cn.yiqilai.city.Place;
import cn.yiqilai.understanding.Context;
import java.time.LocalDate;

/**
 * What is asked, by whom seen from where and when.
 *
 * @param text 1..500 code points
 * @param asker where the enterprise is
 * @param asOf the day the answer must hold for
 */
public record Question(String text, Place asker, LocalDate asOf, Context context) {}
