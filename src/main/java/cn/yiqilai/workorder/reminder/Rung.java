package cn.yiqilai.workorder.reminder;

import cn.yiqilai.city.SigningLevel;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a reminder has climbed, lowest first. */
@Schema(name = "ReminderRung")
public enum Rung {
    /** The morning of the last working day before it is due. */
    DUE_TOMORROW,
    /** The morning of the day, or half of the time where hours are counted. */
    DUE_SOON,
    /** The first office hour in which it is late. */
    OVERDUE,
    /** The morning of the working day after that. */
    OVERDUE_A_DAY,
    /** The morning of the third working day after that. */
    OVERDUE_THREE_DAYS;

    public boolean isLate() {
        return compareTo(OVERDUE) >= 0;
    }

    /** Which leader of the unit is told besides whoever handles the order. */
    public Optional<SigningLevel> leader() {
        return switch (this) {
            case DUE_TOMORROW, DUE_SOON -> Optional.empty();
            case OVERDUE -> Optional.of(SigningLevel.DEPUTY);
            case OVERDUE_A_DAY, OVERDUE_THREE_DAYS -> Optional.of(SigningLevel.HEAD);
        };
    }
}
