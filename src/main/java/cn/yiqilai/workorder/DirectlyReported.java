package cn.yiqilai.workorder;

import java.time.Instant;

/** 直报已办结: a department has settled it by itself and says so. No clock ever ran. */
public record DirectlyReported(Dossier dossier, DirectReport report) implements Archivable {
    @Override
    public DirectlyReported with(Dossier other) {
        return new DirectlyReported(other, report);
    }

    /** Row 21. */
    @Override
    public Transition<Archived> archive(Instant at) {
        return Transition.moved(new Archived(dossier, null, null, null, report, at));
    }
}
