import sys
from lxml import etree

# The usual streaming loop: build one record, let go of it and of what stood before it.
path, element = sys.argv[1:3]
count = 0
for _, node in etree.iterparse(path, events=("end",), tag="{*}" + element):
    count += 1
    node.clear()
    while node.getprevious() is not None:
        del node.getparent()[0]
print(count, end="")
