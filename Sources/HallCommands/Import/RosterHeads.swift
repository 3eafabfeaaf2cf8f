import HallSyntax

/// What the heads of a spreadsheet's columns mean for a roster.
enum RosterHeads {
  /// The columns of a roster, in the order they are written.
  static let columns: [Keyword] = [
    .nameColumn, .partyColumn, .roleColumn, .unitColumn, .areaColumn, .ownerColumn,
  ]

  /// Heads that people give these columns, beside those of the vocabulary.
  private static let customary: [(keyword: Keyword, heads: [String])] = [
    (.nameColumn, ["名字", "居民姓名", "户主", "户主姓名", "full name", "resident"]),
    (.partyColumn, ["各方", "所属方", "所属", "side"]),
    (.roleColumn, ["职务", "职位", "角色", "title", "position"]),
    (
      .unitColumn,
      [
        "户号", "房屋", "房间", "房间号", "门牌", "门牌号", "室号", "房产", "房屋编号", "房屋地址", "flat",
        "apartment", "room", "unit no", "unit number",
      ]
    ),
    (
      .areaColumn,
      [
        "建筑面积", "房屋面积", "产权面积", "专有面积", "专有部分面积", "房屋建筑面积", "产证面积", "登记面积",
        "floor area", "size",
      ]
    ),
    (
      .ownerColumn,
      ["业主姓名", "业主名称", "产权人姓名", "房主", "房屋所有权人", "所有权人", "owner name"]
    ),
  ]

  /// A unit may be told in parts: its building, its entrance, its door.
  private static let buildings = ["楼栋", "楼号", "楼", "栋", "栋号", "幢", "幢号", "楼栋号", "building"]
  private static let entrances = ["单元", "单元号", "entrance"]

  /// What says more of a person than the record may hold (PIPL 6: the least that serves).
  private static let personal = [
    "电话", "手机", "联系", "身份证", "证件", "证号", "微信", "qq", "银行", "账号", "卡号", "邮箱", "出生",
    "生日", "民族", "phone", "mobile", "tel", "e-mail", "email", "passport", "id number", "id no",
    "id card", "birth", "bank",
  ]

  enum Meaning: Equatable {
    case column(Keyword)
    case building, entrance
    case personal
    case unknown
  }

  static func meaning(of head: String) -> Meaning {
    let head = plain(head)
    if head.isEmpty { return .unknown }
    if personal.contains(where: head.contains) { return .personal }
    if let keyword = Vocabulary.keyword(Slice(head), in: .rosterColumn) { return .column(keyword) }
    if let found = customary.first(where: { $0.heads.contains(head) }) {
      return .column(found.keyword)
    }
    if buildings.contains(head) { return .building }
    if entrances.contains(head) { return .entrance }
    return .unknown
  }

  /// How many cells are heads of a roster.
  static func score(_ cells: [String]) -> Int {
    cells.count { if case .column = meaning(of: $0) { true } else { false } }
  }

  /// A head without a remark, a unit or a star: `*建筑面积（㎡）` is `建筑面积`.
  private static func plain(_ head: String) -> String {
    var text = String(decoding: FullWidth.folded(Slice(head), lowercased: true), as: UTF8.self)
    text = String(text.prefix { !"([【<".contains($0) })
    text = text.replacing("\n", with: "").replacing("*", with: "").replacing(":", with: "")
    for unit in ["㎡", "m²", "m2", "平方米", "平米"] where text.hasSuffix(unit) {
      text = String(text.dropLast(unit.count))
    }
    while let last = text.last, "/_- ".contains(last) { text.removeLast() }
    let isChinese = text.utf8.contains { $0 >= 0x80 }
    text = Slice(text).trimmed.string
    return isChinese ? text.replacing(" ", with: "") : text
  }
}
