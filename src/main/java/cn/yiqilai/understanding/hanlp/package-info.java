/**
 * The analyzer on HanLP (portable): traditional to simplified script, index segmentation with the field's own dictionary,
 * and pinyin.
 *
 * <p>Order matters: width and case first, then script, then numerals, then fillers, then aliases.
 * Words of the dictionary, fillers and aliases are brought into the normal form when they are loaded. HanLP's own name
 * recognition is off, because it takes 满三年 for a person. The custom dictionary belongs to one analyzer, not to the
 * process, so that an editor's change makes a new analyzer and the old one serves until the new one is ready.
 */
@NullMarked
package cn.yiqilai.understanding.hanlp;

import org.jspecify.annotations.NullMarked;
