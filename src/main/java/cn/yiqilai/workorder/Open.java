package cn.yiqilai.workorder;

/** Somebody still has something to do. Any such order can be put under supervision (督办). */
public sealed interface Open extends WorkOrder permits Unsettled, AfterClosing, Owed, Archivable {
    @Override
    Open with(Dossier other);

    /** Row 22. It changes no due time. */
    default Open supervise(Supervision supervision) {
        return with(dossier().with(progress().supervised(supervision)));
    }
}
