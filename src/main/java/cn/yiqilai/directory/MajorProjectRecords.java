package cn.yiqilai.directory;

import cn.yiqilai.platform.Page;
import java.util.Collection;
import java.util.List;

/** Where major projects are kept. */
public interface MajorProjectRecords extends MajorProjects {
    /** By name. */
    Page<MajorProject> list(MajorProjectFilter filter, Page.Request page);

    /** All in service, by name. */
    List<MajorProject> inService();

    /** @throws TakenException when the name or a number belong to another one in service */
    void save(Collection<MajorProject> projects);
}
