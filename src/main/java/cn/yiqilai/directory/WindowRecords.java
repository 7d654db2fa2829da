package cn.yiqilai.directory;

import cn.yiqilai.platform.Page;
import java.util.Collection;
import java.util.List;

/** Where registration windows are kept. */
public interface WindowRecords {
    /** By id. */
    Page<RegistrationWindow> list(TableFilter filter, Page.Request page);

    /** Every window, inactive ones too, by id. */
    List<RegistrationWindow> all();

    TableCount count();

    void save(Collection<RegistrationWindow> windows);
}
