package cn.yiqilai.workorder;

import java.time.Instant;

/** Can be put away once nothing is left to ask. */
public sealed interface Archivable extends Open permits SmsCallback, HumanCallback, DirectlyReported {
    @Override
    Archivable with(Dossier other);

    /** Rows 18, 19 and 21. */
    Transition<Archived> archive(Instant at);
}
