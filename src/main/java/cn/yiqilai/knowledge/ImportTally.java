package cn.yiqilai.knowledge;

import cn.yiqilai.knowledge.ImportJob.RowError;
import java.util.List;

/** What became of one batch of rows. */
record ImportTally(int created, int updated, int unchanged, int rejected, List<RowError> errors) {
    int rows() {
        return created + updated + unchanged + rejected;
    }
}
