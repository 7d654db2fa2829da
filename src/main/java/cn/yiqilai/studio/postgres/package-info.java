/** Data directories that are prepared for a measurement. */
@NullMarked
package cn.yiqilai.studio.postgres;

import org.jspecify.annotations.NullMarked;
