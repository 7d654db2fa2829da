package cn.yiqilai.insight;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** An evaluation as a workbook. */
public interface EvaluationSheet {
    /** The target is left open. @param published when; null for one that was only counted */
    void write(Counted counted, @Nullable String published, OutputStream target) throws IOException;
}
