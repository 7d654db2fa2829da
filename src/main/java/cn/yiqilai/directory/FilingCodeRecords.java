package cn.yiqilai.directory;

import cn.yiqilai.platform.Page;
import java.util.Collection;
import java.util.List;

/** Where filing codes are kept. */
public interface FilingCodeRecords {
    /** By code. */
    Page<FilingCode> list(TableFilter filter, Page.Request page);

    /** Every code, inactive ones too, by code. */
    List<FilingCode> all();

    TableCount count();

    void save(Collection<FilingCode> codes);
}
