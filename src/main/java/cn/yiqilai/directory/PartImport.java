package cn.yiqilai.directory;

import cn.yiqilai.access.Actor;
import java.time.Instant;
import java.util.List;

/** Knows what the rows of one part mean. Every bean of this type is asked for its own part. */
interface PartImport {
    DirectoryPart part();

    /**
     * Reads all rows and says what they would do; nothing is written.
     *
     * @param plan to be filled
     * @return what writes it all, to be run when nothing was refused
     */
    Runnable plan(List<ImportRow> rows, Manner manner, Plan plan);

    /**
     * How a sheet is to be taken.
     *
     * @param complete what the sheet does not name no longer holds
     * @param demo the rows were made up for trying things out
     */
    record Manner(boolean complete, boolean demo, Actor actor, Instant now) {}
}
