import HallModel
import HallStore
import HallWords

/// A folder that a call is to make: new or empty, and in no hall.
struct NewFolder {
  /// Its whole path, with every link resolved and no slash at its end.
  let path: String

  init(_ path: String, _ shown: String) throws(Refusal) {
    var bare = path
    while bare.hasSuffix("/"), bare.count > 1 { bare.removeLast() }
    self.path = OutsideFolder.realPath(bare)
    if let hall = HallFolder.find(upwardFrom: self.path) ?? NewFolder.above(self.path) {
      throw .refused(
        Phrase(
          zh: "「\(shown)」在议事厅「\(hall.root)」里，不能写到那里",
          en: "'\(shown)' is within the hall '\(hall.root)'"),
        hint: Phrase(zh: "写一个外面的文件夹", en: "give a folder outside of it"))
    }
    guard OutsideFolder.exists(self.path), !OutsideFolder.isEmpty(self.path) else { return }
    throw .refused(
      Phrase(zh: "「\(shown)」不是空文件夹，没有动它", en: "'\(shown)' is not empty: it was left alone"),
      hint: Phrase(zh: "写一个新文件夹的名字", en: "give the name of a new folder"))
  }

  /// Has the folder filled under another name and then renamed: it is there whole, or not at all.
  ///
  /// - Parameter fill: gets an empty folder beside this one, which is removed afterwards, and returns the
  ///   part of it that becomes the folder.
  func make<Filled>(
    _ shown: String, fill: (_ place: String) throws(Refusal) -> (folder: String, result: Filled)
  ) throws(Refusal) -> Filled {
    let place = path + ".hall-new"
    OutsideFolder.removeFolder(place)
    do throws(DiskFailure) { try OutsideFolder.make(place) } catch {
      throw .unwritten(error, shown)
    }
    defer { OutsideFolder.removeFolder(place) }
    let filled = try fill(place)
    do throws(DiskFailure) { try OutsideFolder.move(filled.folder, to: path) } catch {
      throw .unwritten(error, shown)
    }
    return filled.result
  }

  /// The hall around a folder that is not there yet.
  private static func above(_ path: String) -> HallFolder? {
    var steps = path.split(separator: "/")
    while !steps.isEmpty {
      steps.removeLast()
      let folder = "/" + steps.joined(separator: "/")
      if OutsideFolder.isFolder(folder) { return HallFolder.find(upwardFrom: folder) }
    }
    return nil
  }
}
