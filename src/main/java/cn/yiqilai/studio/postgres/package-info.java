/** What becomes of fitting the models anew: one row a calibration. */
@NullMarked
package cn.yiqilai.studio.postgres;

import org.jspecify.annotations.NullMarked;
