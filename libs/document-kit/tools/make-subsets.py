"""Cuts Noto Sans SC into the common and the rare half (see README.md). Needs fontTools."""
import sys

from fontTools import subset, ttLib

SIGNS = "—–‘’“”…·•№℃×÷±≤≥￥¥€〇○●□■☑☐▲△→←、。《》〈〉「」『』【】〔〕（）！？，；：％"


def gb2312():
    pairs = (bytes([hi, lo]) for hi in range(0xA1, 0xFF) for lo in range(0xA1, 0xFF))
    return {ord(text) for pair in pairs if (text := pair.decode("gb2312", "ignore"))}


def cut(source, characters, target):
    options = subset.Options(hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "vhea", "vmtx", "VORG", "BASE", "STAT", "DSIG"]
    font = ttLib.TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.save(target)


source = sys.argv[1]
present = set(ttLib.TTFont(source).getBestCmap())
common = (set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | set(map(ord, SIGNS)) | gb2312()) & present
cut(source, common, "NotoSansSC-common.ttf")
cut(source, (present - common) | {0x20}, "NotoSansSC-rare.ttf")
