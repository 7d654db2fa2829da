package cn.yiqilai.directory;

import cn.yiqilai.platform.Page;
import java.util.Collection;
import java.util.List;

/** Where key enterprises are kept. */
public interface KeyEnterpriseRecords extends KeyEnterprises {
    /** Most stars first, then by name. */
    Page<KeyEnterprise> list(KeyEnterpriseFilter filter, Page.Request page);

    /** All in service, by name. */
    List<KeyEnterprise> inService();

    /** @throws TakenException when name, credit code or a number belong to another one in service */
    void save(Collection<KeyEnterprise> enterprises);
}
