import HallModel
import HallSyntax
import HallWords

/// The meaning of a line in everyday words, without a command word at its beginning.
extension MinuteTranslation {
  /// Nil for a line of speech.
  package func spoken(_ line: String) throws(MinuteFault) -> MinuteDeed? {
    let text = line.withoutEndMarks
    if MinuteTranslation.nextItems.contains(text.lowercased()) {
      guard let next = place.nextItem else {
        throw MinuteFault(
          zh: "后面没有议题了；新加一项写「议 新 题目」",
          en: "there is no item after it; add one with 'item new TITLE'")
      }
      return .chooseItem(String(next))
    }
    if let deed = try glued(text) { return deed }
    if let deed = arrival(text) ?? comingOrGoing(text) { return deed }
    if let deed = castingVote(text) { return deed }
    if let deed = declaredInterest(text) { return deed }
    if let deed = recusedPeople(text) { return deed }
    if let deed = delegation(text) { return deed }
    if let deed = saidOfVote(text) ?? optionVotes(text) { return deed }
    if let deed = saidOfDecision(text) ?? takingTheChair(text) ?? election(text) { return deed }
    if let first = text.split(whereSeparator: \.isWhitespace).first,
      MinuteTranslation.isTaskNumber(String(first)), let change = try taskChange(text)
    {
      return change
    }
    return try correction(text)
  }

  private static let nextItems: Set<String> = [
    "下一项", "下一个", "下一项议题", "下一个议题", "下一议题", "进入下一项", "进入下一个议题", "next item", "next",
  ]

  /// `主持人决定票 同意`, `李四决定票：反对`: who breaks the tie, and for which side.
  func castingVote(_ text: String) -> MinuteDeed? {
    guard place.votes > 0, let word = text.firstRange(of: "决定票") else { return nil }
    var person = String(text[..<word.lowerBound]).trimmedText
    for verb in ["投", "的"] where person.hasSuffix(verb) { person.removeLast() }
    // 主持人决定票: nobody is called so.
    let offices = ["会议主持人", "主持人", "主持", "主席"]
    if offices.contains(person) { person = place.chair ?? "" }
    // 主持人王五
    if let office = offices.first(where: person.hasPrefix),
      isName(String(person.dropFirst(office.count)).trimmedText)
    {
      person = String(person.dropFirst(office.count)).trimmedText
    }
    let side = String(text[word.upperBound...].drop { $0.isWhitespace || MinuteLine.isColon($0) })
      .trimmedText
    guard [.votesFor, .against].contains(Vocabulary.keyword(Slice(side), in: .ballotWord)) else {
      return nil
    }
    let who = person.isEmpty ? side : person + " " + side
    return currentVote(VoteLine(.castingVote, who, called: "决定票"))
  }

  /// `张三 利害关系 退场`: who has an interest in the item, and what follows from it.
  private func declaredInterest(_ text: String) -> MinuteDeed? {
    guard place.item != nil, let word = text.firstRange(of: "利害关系") else { return nil }
    var person = String(text[..<word.lowerBound]).trimmedText
    for verb in ["申报", "声明", "有", "与此", "与此事", "和这事"] where person.hasSuffix(verb) {
      let name = String(person.dropLast(verb.count)).trimmedText
      // 张三有利害关系 is a declaration if it says what follows: ，回避.
      if isName(name), word.upperBound < text.endIndex { person = name }
    }
    // 张三有利害关系 alone is speech.
    guard let last = person.last, !"有与和的".contains(last),
      people(person).allSatisfy({ isName($0) || MinuteTranslation.looksLikeName($0) })
    else { return nil }
    let remark = text[word.upperBound...].trimmingSeparators
    return .noteField(.interest, interest(person + " " + remark), of: .item)
  }

  /// `邢勇申请回避`: who is recused, if they are known people.
  private func recusedPeople(_ text: String) -> MinuteDeed? {
    guard place.item != nil,
      let word = ["申请回避", "回避"].first(where: { text.hasSuffix($0) })
    else { return nil }
    let names = String(text.dropLast(word.count)).trimmedText
    guard !names.isEmpty, people(names).allSatisfy(isName) else { return nil }
    guard place.votes > 0 else { return recusal(names) }
    return currentVote(VoteLine(.recused, people(names).joined(separator: "、"), called: word))
  }

  /// `戴春委托方雨`: a proxy between two known people.
  private func delegation(_ text: String) -> MinuteDeed? {
    guard let word = text.firstRange(of: "委托") else { return nil }
    let principal = String(text[..<word.lowerBound]).trimmedText
    let rest = String(text[word.upperBound...]).trimmedText
    let words = rest.split(whereSeparator: \.isWhitespace).map(String.init)
    guard isName(principal), let holder = words.first, isName(holder) else { return nil }
    var given = GivenAttendance()
    given.proxies = [principal + " → " + rest]
    return .attend(given)
  }

  /// `乔木 40票`, `乔木40票，石婷38票`: votes for options, while they are counted.
  private func optionVotes(_ text: String) -> MinuteDeed? {
    guard place.votes > 0, let known = place.options else { return nil }
    let options = FigureLine.Part(keyword: .option, written: "", value: text).options
      .map { corrected($0, known) }
    var given = currentVote
    for option in options {
      guard let choice = try? choice(option), let parts = OptionText.atColon(choice),
        OptionText.isCount(parts.votes),
        known.contains(parts.label)
          || parts.votes.hasSuffix("票") && !parts.label.contains(" ")
      else { return nil }
      given.options.append(choice)
    }
    return .vote(title: nil, given)
  }

  /// `刘洋 应该是1票` is `刘洋 1票`.
  private func corrected(_ option: String, _ known: [String]) -> String {
    for word in ["应该是", "应当是", "应为", "更正为", "改为", "改成", "是", "得"] {
      guard let range = option.firstRange(of: word) else { continue }
      let label = String(option[..<range.lowerBound]).trimmedText
      if known.contains(label) {
        return label + " " + String(option[range.upperBound...]).trimmedText
      }
    }
    return option
  }

  /// `张三 邻居 退场` is `张三（邻居，退场）`.
  func interest(_ text: String) -> String {
    let words = text.split { $0.isWhitespace || "，,；;".contains($0) }.map(String.init)
    guard words.count > 1, !text.contains("（"), !text.contains("(") else { return text }
    let count = (1..<words.count).reversed().first { count in
      isName(words[..<count].joined(separator: " "))
    }
    let name = words[..<(count ?? 1)].joined(separator: " ")
    let remark = words[(count ?? 1)...]
    return Language(of: text) == .zh
      ? name + "（" + remark.joined(separator: "，") + "）"
      : name + " (" + remark.joined(separator: " ") + ")"
  }

  /// Whether a text begins with somebody's name.
  func beginsWithName(_ text: String) -> Bool {
    let head = text.prefix { !"（(，,".contains($0) }
    let words = head.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else { return false }
    return MinuteTranslation.looksLikeName(first) || first.contains("/")
      || (1...words.count).contains { isName(words.prefix($0).joined(separator: " ")) }
  }

  private static let arrivals = [
    "到会了", "到场了", "赶到了", "都到了", "到齐了", "到了", "来了", "到会", "到场", "到齐",
  ]
  private static let addresses = [
    "书记", "主任", "经理", "师傅", "阿姨", "老师", "律师", "警官", "所长", "站长", "科长", "社工", "先生", "女士",
  ]

  /// `刘书记到了`: who came, if it is a known person.
  private func arrival(_ text: String) -> MinuteDeed? {
    guard let word = MinuteTranslation.arrivals.first(where: { text.hasSuffix($0) }) else {
      return nil
    }
    let names = String(text.dropLast(word.count)).trimmedText
    if partyCount(names) != nil {
      // 居民 12 人到会
      var given = GivenAttendance()
      given.counts = [FullWidth.name(Slice(names))]
      return .attend(given)
    }
    let isSomebody = people(names).allSatisfy { name in
      isName(name) || partyCount(name) != nil
        || MinuteTranslation.addresses.contains { name.hasSuffix($0) }
    }
    guard !names.isEmpty, isSomebody, let line = MinuteLine("到 " + names) else { return nil }
    return try? deed(line)
  }

  /// `戴春 三点半走了`, `Ann Lee arrived 7:10pm`: who came late or left early, and when.
  private func comingOrGoing(_ text: String) -> MinuteDeed? {
    let words: [(word: String, list: AttendanceList)] = [
      ("先走了", .left), ("走了", .left), ("离开", .left), ("离席", .left), ("先走", .left), ("早退", .left),
      ("又回来了", .late), ("回来了", .late), ("回来", .late), ("才到", .late), ("刚到", .late), ("到的", .late),
      ("到了", .late), ("来了", .late), ("到会", .late),
      ("到", .late),
    ]
    var (said, list) = (text, AttendanceList.late)
    if let end = words.first(where: { text.hasSuffix($0.word) }) {
      (said, list) = (String(text.dropLast(end.word.count)).trimmedText, end.list)
    } else if let verb = [" arrived ", " left "].first(where: text.contains),
      let range = text.firstRange(of: verb)
    {
      let hour = String(text[range.upperBound...])
      said =
        text[..<range.lowerBound] + " " + (hour.hasPrefix("at ") ? hour.dropFirst(3) : hour[...])
      list = verb == " left " ? .left : .late
    } else {
      return nil
    }
    var given = GivenAttendance()
    if let time = place.time, isName(said) {
      // 孙丽华先走了: now.
      given[list] = [said + " " + time]
      return .attend(given)
    }
    guard let hour = MinuteHour(said, hours: place.hours), isName(hour.person) else { return nil }
    given[list] = [hour.person + " " + hour.time]
    return .attend(given)
  }

  /// `周九 出差` is `周九（出差）`: the absent people; text after a name that is not a name becomes a remark.
  func away(_ text: String) -> [String] {
    let text = text.lowercased().hasPrefix("from ") ? String(text.dropFirst(5)) : text
    var elements: [String] = []
    for element in NameList.split(Slice(text)).map(\.string) {
      // 吴涛，回老家了: the reason of the one before.
      if let last = elements.last, isName(last), !element.contains(where: \.isWhitespace),
        isRemark(element)
      {
        elements[elements.count - 1] = last + " " + element
      } else {
        elements.append(element)
      }
    }
    return elements.flatMap { element in
      // 钱七（出差） has its remark already.
      if element.contains("（") || element.contains("(") { return [element] }
      // 孙八：开会
      let element = String(element.map { MinuteLine.isColon($0) ? " " : $0 })
      let brackets = Language(of: element).pick(("（", "）"), (" (", ")"))
      let words = element.split(whereSeparator: \.isWhitespace).map(String.init)
      for count in (1..<max(1, words.count)).reversed() {
        let name = words[..<count].joined(separator: " ")
        let rest = words[count...]
        guard isName(name), rest.allSatisfy(isRemark) else { continue }
        return [name + brackets.0 + rest.joined(separator: " ") + brackets.1]
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
    String(cut { "。.！!~～".contains($0) || $0.isWhitespace }).trimmedText
  }
}
