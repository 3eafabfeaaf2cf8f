import HallModel
import HallSyntax
import HallWords

/// The meaning of a line in everyday words, without a command word at its beginning.
extension MinuteTranslation {
  /// Nil for a line of speech.
  func spoken(_ line: String) throws(MinuteFault) -> MinuteDeed? {
    let text = line.withoutEndMarks
    if let deed = arrival(text) { return deed }
    if MinuteTranslation.unanimities.contains(text.lowercased()), !place.waiting.isEmpty {
      let count = place.present ?? "12"
      let known = place.present == nil ? ("", "") : ("（到会 \(count)）", " (\(count) are present)")
      throw MinuteFault(
        zh: "「\(text)」要记成票数\(known.0)，写「同意 \(count) 反对 0 弃权 0」；要记成话，写「记 \(text)」",
        en: "'\(text)' needs its count\(known.1): 'for \(count) against 0 abstain 0';"
          + " to keep it as a text, 'note \(text)'")
    }
    return nil
  }

  private static let unanimities: Set<String> = [
    "全票通过", "一致通过", "全体通过", "全票同意", "一致同意", "全体同意", "都同意", "unanimous", "unanimously",
  ]

  private static let arrivals = ["到了", "来了", "到场了", "到会了", "赶到了"]
  private static let addresses = [
    "书记", "主任", "经理", "师傅", "阿姨", "老师", "律师", "警官", "所长", "站长", "科长", "社工", "先生", "女士",
  ]

  /// `刘书记到了`: who came, if it is a known person.
  private func arrival(_ text: String) -> MinuteDeed? {
    guard let word = MinuteTranslation.arrivals.first(where: { text.hasSuffix($0) }) else {
      return nil
    }
    let names = String(text.dropLast(word.count)).trimmedText
    let isSomebody = people(names).allSatisfy { name in
      isName(name) || MinuteTranslation.addresses.contains { name.hasSuffix($0) }
    }
    guard !names.isEmpty, isSomebody, let line = MinuteLine("到 " + names) else { return nil }
    return try? deed(line)
  }

  /// `周九 出差` is `周九（出差）`: the absent people; text after a name that is not a name becomes a remark.
  func away(_ text: String) -> [String] {
    NameList.split(Slice(text)).map(\.string).flatMap { element in
      let words = element.split(whereSeparator: \.isWhitespace).map(String.init)
      for count in (1..<max(1, words.count)).reversed() {
        let name = words[..<count].joined(separator: " ")
        let rest = words[count...]
        guard isName(name), rest.allSatisfy(isRemark) else { continue }
        return [name + "（" + rest.joined(separator: " ") + "）"]
      }
      return people(element)
    }
  }

  private func isRemark(_ word: String) -> Bool {
    !isName(word) && !parties.contains(word) && !FullWidth.name(Slice(word)).contains("/")
      && !MinuteTranslation.looksLikeName(word)
  }

  private static let surnames: Set<Character> = Set(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马方任袁柳唐薛雷贺倪汤罗郝安于傅"
      + "齐康伍余顾孟黄萧尹姚邵汪毛米戴宋庞熊纪舒项祝董梁杜阮蓝贾江童颜郭梅林钟徐邱骆高夏蔡田胡凌霍万卢莫丁邓洪包"
      + "左石崔龚程裴陆翁武刘叶黎白赖曾沙关易廖谭欧侯聂肖")

  /// Whether a word may be the name of a person on no list.
  private static func looksLikeName(_ word: String) -> Bool {
    guard let first = word.first else { return false }
    return (surnames.contains(first) && word.count <= 3) || (first.isCased && first.isUppercase)
  }
}

extension String {
  /// Without the marks that end a sentence.
  var withoutEndMarks: String {
    String(reversed().drop { "。.！!~～".contains($0) || $0.isWhitespace }.reversed()).trimmedText
  }
}
