package cn.yiqilai.platform.sheet;

import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.ProblemException;
import java.util.List;

/** Takes the rows of a sheet that is read. Rows are numbered as the sheet shows them, from 1. */
public interface SheetTarget {
    /** Asked of the first rows that hold anything, until one is the header. */
    boolean takesHeader(int number, List<String> cells);

    /** What to say when there is none. */
    ProblemException noHeader();

    /** The name of that column, for reports; empty for one the header does not name. */
    String column(int place);

    /** A row below the header that holds something; it may have fewer cells than the header, or more. */
    void row(int number, List<String> cells);

    /** @param errors at least one: a cell too long, or the error value of a formula */
    void broken(int number, List<FieldError> errors);
}
