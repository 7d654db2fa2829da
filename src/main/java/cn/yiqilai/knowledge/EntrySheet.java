package cn.yiqilai.knowledge;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes entries as a spreadsheet that can be imported again. */
public interface EntrySheet {
    /** The target is left open. */
    void write(Iterator<Entry> entries, OutputStream target) throws IOException;
}
