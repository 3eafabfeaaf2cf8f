import HallSyntax
import HallWords

/// The meaning of a spreadsheet's column heads for a roster.
enum RosterHeads {
  /// The columns of a roster, in the order they are written.
  static let columns: [Keyword] = [
    .nameColumn, .partyColumn, .roleColumn, .unitColumn, .areaColumn, .ownerColumn,
  ]

  /// Heads that people use for these columns, in addition to those of the vocabulary.
  private static let customary: [(keyword: Keyword, heads: [String])] = [
    (
      .nameColumn,
      ["名字", "居民姓名", "户主", "户主姓名", "住户", "住户姓名", "full name", "resident"]
    ),
    (.partyColumn, ["各方", "所属方", "所属", "side"]),
    (.roleColumn, ["职务", "职位", "角色", "title", "position"]),
    (
      .unitColumn,
      [
        "户号", "房屋", "房间", "房间号", "门牌", "门牌号", "室号", "室", "房产", "房屋编号", "房屋地址",
        "房屋坐落", "房产地址", "楼室号", "flat", "apartment", "room", "suite", "door", "unit no",
        "unit number",
      ]
    ),
    (
      .areaColumn,
      [
        "建筑面积", "房屋面积", "产权面积", "专有面积", "专有部分面积", "房屋建筑面积", "产证面积", "登记面积",
        "建面", "房产面积", "产权建筑面积", "套内面积", "floor area", "size", "sqm",
      ]
    ),
    (
      .ownerColumn,
      [
        "业主姓名", "业主名称", "业主名字", "产权人姓名", "权利人", "房主", "房屋所有权人", "所有权人", "owner name",
        "owners",
      ]
    ),
  ]

  /// A unit may be given in parts: its building, its entrance, its door.
  private static let buildings = [
    "楼栋", "楼号", "楼", "栋", "栋号", "幢", "幢号", "楼栋号", "楼幢", "座", "building", "block",
    "tower",
  ]
  private static let entrances = ["单元", "单元号", "门洞", "entrance", "staircase", "stair"]
  private static let organisations = ["单位", "所在单位", "工作单位", "单位名称", "organisation", "organization"]

  /// Details about a person that the record must not contain (PIPL 6: only what is necessary).
  private static let personal = [
    "电话", "手机", "联系", "身份证", "证件", "证号", "微信", "qq", "银行", "账号", "卡号", "邮箱", "出生",
    "生日", "民族", "phone", "mobile", "tel", "e-mail", "email", "passport", "id number", "id no",
    "id card", "birth", "bank",
  ]

  enum Meaning: Equatable {
    case column(Keyword)
    case building, entrance
    /// 单位: the party, or a person's workplace.
    case organisation
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
    if organisations.contains(head) { return .organisation }
    if isUnitInParts(head) { return .column(.unitColumn) }
    // `业主/产权人`: one head, given in two words.
    let parts = head.split { "/、或".contains($0) }.map(String.init)
    guard parts.count > 1 else { return .unknown }
    return parts.lazy.map(meaning).first { if case .column = $0 { true } else { false } }
      ?? .unknown
  }

  /// Whether a head names all the parts of a unit: `楼栋单元房号`, `楼-单元-室`.
  private static func isUnitInParts(_ head: String) -> Bool {
    let doors = customary.first { $0.keyword == .unitColumn }?.heads ?? []
    let ends = (doors + ["房号", "户", "室"]).sorted { $0.count > $1.count }
    var rest = head.filter { !"-—/、及和".contains($0) }
    guard let end = ends.first(where: { rest.hasSuffix($0) }) else { return false }
    rest = String(rest.dropLast(end.count))
    var isPart = false
    let starts = (buildings + entrances).sorted { $0.count > $1.count }
    while let start = starts.first(where: { rest.hasPrefix($0) }) {
      rest = String(rest.dropFirst(start.count))
      isPart = true
    }
    return isPart && rest.isEmpty
  }

  /// A head without a remark, a unit of measure or a star: `*建筑面积（㎡）` is `建筑面积`.
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
