package cn.yiqilai.directory;

import jakarta.enterprise.context.ApplicationScoped;

/** Asks the table itself: Yancheng's plan names 1095 codes and not one of them, so nobody can be held to it before they are there. */
@ApplicationScoped
class CompleteTable implements FilingObligation {
    private final FilingCodeRecords codes;
    private final TableTargets targets;

    CompleteTable(FilingCodeRecords codes, TableTargets targets) {
        this.codes = codes;
        this.targets = targets;
    }

    @Override
    public boolean isCodeOwed() {
        return targets.of(DirectoryPart.FILING_CODES)
                .filter(expected -> codes.count().loaded() >= expected)
                .isPresent();
    }
}
