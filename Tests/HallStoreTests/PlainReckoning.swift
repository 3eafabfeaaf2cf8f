import HallModel
import HallSyntax

/// Computes in the simplest way: 应到 is how many the roster has, a sum how many names there are, and
/// more in favour than against is 通过.
let plainReckoning = FigureReckoning { minutes, charter, _ in
  minutes.nodes.indices.filter { minutes.nodes[$0].kind == .vote }.flatMap { vote in
    var figures: [WrittenFigure] = []
    func names(_ keyword: Keyword) -> [String] {
      minutes.field(keyword, of: vote).map { NameList.split($0).map(\.string) } ?? []
    }
    let people = charter.roster.rows.count
    if people > 0 {
      if minutes.fieldNode(.entitled, of: vote) == nil {
        figures.append(WrittenFigure(vote: vote, keyword: .entitled, text: "\(people)人"))
      }
      for keyword in [Keyword.votesFor, .against] {
        let list = names(keyword)
        guard let field = minutes.fieldNode(keyword, of: vote), !list.isEmpty,
          !list.contains(where: { $0.hasPrefix("共") })
        else { continue }
        let text = minutes.slice(minutes.nodes[field].value).string + "、共 \(list.count)人"
        figures.append(WrittenFigure(vote: vote, field: field, keyword: keyword, text: text))
      }
    }
    if minutes.fieldNode(.voteResult, of: vote) == nil {
      let isCarried = names(.votesFor).count > names(.against).count
      figures.append(
        WrittenFigure(vote: vote, keyword: .voteResult, text: isCarried ? "通过" : "未通过"))
    }
    return figures
  }
}
