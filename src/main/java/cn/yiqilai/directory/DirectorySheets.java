package cn.yiqilai.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The sheets of the directory, in and out. */
public interface DirectorySheets {
    /**
     * Reads an xlsx or CSV from end to end.
     *
     * @return at least one row
     * @throws cn.yiqilai.platform.ProblemException 400 about the field {@code file} when it cannot be read
     */
    List<ImportRow> read(Path file, DirectoryPart part);

    /** @param rows cells in the order of the part's columns. The target is left open. */
    void write(DirectoryPart part, Iterator<List<String>> rows, OutputStream target) throws IOException;
}
