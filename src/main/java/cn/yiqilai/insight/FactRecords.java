package cn.yiqilai.insight;

/** Reads what the rooms have written down. */
public interface FactRecords {
    Facts of(Period period);
}
