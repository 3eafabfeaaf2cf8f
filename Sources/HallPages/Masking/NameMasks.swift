import HallSyntax

/// The masks of the people of one page: `张某`, and `张某乙` for the second whom it would fit. The same
/// person has the same mask on all of the page; another page counts anew.
struct NameMasks {
  private var masks: [String: String] = [:]
  private var used: [String: Int] = [:]

  /// - Parameter name: a name as it is compared.
  mutating func mask(_ name: String) -> String {
    if let mask = masks[name] { return mask }
    let (base, isChinese) = NameMasks.base(of: name)
    let number = used[base, default: 0]
    used[base] = number + 1
    let mask = base + NameMasks.mark(number, isChinese: isChinese)
    masks[name] = mask
    return mask
  }

  /// `张某`; `A.` of a name in Latin letters.
  private static func base(of name: String) -> (text: String, isChinese: Bool) {
    guard let first = name.first else { return ("某", true) }
    if first.isASCII {
      // Ann Lee and Ann Chen are both A.: the last name would tell more than the page needs.
      return (first.uppercased() + ".", false)
    }
    let surname = compound.first { name.hasPrefix($0) && name.count > $0.count }
    // 阿卜杜拉·买买提: the first sign of the first part.
    return ((surname ?? String(first)) + "某", true)
  }

  private static func mark(_ number: Int, isChinese: Bool) -> String {
    guard number > 0 else { return "" }
    guard isChinese else { return " \(number + 1)" }
    return number < stems.count ? stems[number] : "\(number + 1)"
  }

  private static let stems = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]

  /// Whether two signs are a surname together.
  static func isCompound(_ pair: ArraySlice<Sign>) -> Bool { compoundPairs.contains(pair) }

  private static let compoundPairs = WordSet(compound)

  /// Surnames of two characters.
  static let compound = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "独孤", "南宫", "长孙", "宇文",
    "钟离", "闻人", "澹台", "轩辕", "端木", "百里", "呼延", "东郭", "司空", "鲜于", "太史", "申屠", "公冶", "濮阳", "淳于", "单于",
    "赫连", "完颜", "拓跋", "纳兰", "西门", "第五", "梁丘", "左丘", "东门", "南门", "万俟", "公羊", "乐正", "公西", "谷梁", "漆雕",
  ]
}
