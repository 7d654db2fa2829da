/** What becomes of fitting the models anew, one row a calibration; and data directories that are prepared for a measurement. */
@NullMarked
package cn.yiqilai.studio.postgres;

import org.jspecify.annotations.NullMarked;
