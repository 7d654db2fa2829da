package cn.yiqilai.directory;

import cn.yiqilai.platform.Page;
import java.util.Collection;
import java.util.List;

/** Where specialists are kept. */
public interface SpecialistRecords extends Specialists {
    /** By unit and name. */
    Page<Specialist> list(SpecialistFilter filter, Page.Request page);

    /** All in service, by unit and name. */
    List<Specialist> inService();

    /** @throws TakenException when name, mobile number or account belong to another one in service */
    void save(Collection<Specialist> specialists);
}
