/**
 * The cities' rules over HTTP: anybody may read what the documents say, with their sources and their silence; an administrator
 * lets another profile fill that silence from some day on.
 */
@NullMarked
package cn.yiqilai.city.web;

import org.jspecify.annotations.NullMarked;
