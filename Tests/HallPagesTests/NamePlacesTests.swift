import Testing

@testable import HallPages

@Suite("Names on no list, where names stand")
struct NamePlacesTests {
  private func masked(_ text: String) -> String {
    let source = SignText(text)
    var result = ""
    var place = 0
    let ranges = NamePlaces(source).all() + LatinNamePlaces(source).all()
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      result += source.string(place..<range.lowerBound) + "@"
      place = range.upperBound
    }
    return result + source.string(place..<source.signs.count)
  }

  @Test(
    "before a colon, what somebody says, a word of address; after a resident and a home",
    arguments: [
      ("黄素芬：我补充一点。", "@：我补充一点。"), ("白静问：钱从哪来？", "@问：钱从哪来？"),
      ("**韦超**说：先修。", "**@**说：先修。"), ("会上张伟明确表示反对", "会上@明确表示反对"),
      ("李国庆在群里说钥匙丢了", "@在群里说钥匙丢了"), ("陈志强举手同意。", "@举手同意。"),
      ("按成雪梅女士的建议", "按@女士的建议"), ("独居老人罗淑华装了扶手", "独居老人@装了扶手"),
      ("3号楼2单元501 张三", "3号楼2单元501 @"), ("刘洋（3号楼2单元501）来电", "@（3号楼2单元501）来电"),
      ("由王建民主持，张丽记录。", "由@主持，@记录。"), ("欧阳娜娜表示感谢", "@表示感谢"),
      ("诸葛亮亮提出先验收", "@提出先验收"), ("最后买买提·吐尔逊提出反对", "最后@提出反对"),
      ("范宇以及古丽娜尔·吐尔地建议推迟", "@以及@建议推迟"), ("仇强、张刚、范宇三位居民认为", "@、@、@三位居民认为"),
      ("居民陈红、李勇来过", "居民@、@来过"), ("与会人员：刘芳、马涛、贺强。", "与会人员：@、@、@。"),
      ("| 王洋鹏 | 先修后议 |", "| @ | 先修后议 |"), ("302室的马晓东把车挪走了", "302室的@把车挪走了"),
      ("汤丽华：我同意", "@：我同意"), ("刘　洋：同意", "@：同意"), ("爱人周玉芬不同意。", "爱人@不同意。"),
      ("曾桂花建议推迟", "@建议推迟"),
      ("Alice Abbott said it is late", "@ said it is late"),
      ("Mr O'Neill will keep the key", "Mr @ will keep the key"),
      ("Alice Abbott, Brian Castro and Zoe Egan agreed.", "@, @ and @ agreed."),
      ("Flat 12B, Hassan Ivanov, called.", "Flat 12B, @, called."),
    ])
  func names(text: String, expected: String) { #expect(masked(text) == expected) }

  @Test(
    "and not where words begin like a name",
    arguments: [
      "安全说明：施工时请绕行", "时间：周五", "方案一：重做", "高兴地说", "石板路：返修", "经费说明：略", "和平路：封闭施工", "文明岗：每周评比",
      "党总支认为可行。", "包工头说材料涨价。", "施工方表示按期完工。", "商户反映招牌被挡。", "房东应当告知租客。", "住户水压不足。", "成本由三家分担。",
      "业主王先生表示不满。", "赵大爷说的对", "水管、路灯、车棚。", "| 金额 | 时间 |", "居民意见：同意", "居民代表大会同意。", "有人说太贵了。",
      "业主和物业协商。", "党员和志愿者到场。", "业主向物业反映漏水。", "居民应自觉遵守。", "居民常反映的问题。", "居民房前屋后堆物。",
      "志愿者于周六到场。", "独居老人和低保户减半。", "花业主的钱我弃权。", "主任王女士说明情况。", "司机王师傅送货。", "欧阳老师讲课。",
      "3号楼和5号楼先改。", "Annual Meeting: in October", "The Parks Office agreed", "Total Cost: 86,000",
      "Riverside Primary School objected.",
    ])
  func ordinary(text: String) { #expect(masked(text) == text) }

  @Test(
    "a word that may be a name is told to whoever publishes",
    arguments: [("先到张洋家里看漏点", ["张洋"]), ("回访了段玉梅。", ["段玉梅"]), ("方案贴在公告栏", []), ("张三说好", [])])
  func possible(text: String, expected: [String]) {
    let source = SignText(text)
    let named = NamePlaces(source).all()
    let found = NamePlaces(source).possible().filter { range in
      !named.contains { $0.overlaps(range) }
    }
    #expect(found.map { source.string($0) } == expected)
  }
}
