package cn.yiqilai.workorder.direct;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** 企业诉求办理情况汇总表, in and out. */
public interface DirectReportSheets {
    /**
     * Reads an xlsx or CSV from end to end.
     *
     * @return at least one row
     * @throws cn.yiqilai.platform.ProblemException 400 about the field {@code file} when it cannot be read
     */
    List<ReportRow> read(Path file);

    /**
     * An xlsx. The target is left open.
     *
     * @param rows eleven cells each
     */
    void write(Iterator<List<String>> rows, OutputStream target) throws IOException;
}
