import csv
import sys

path, encoding = sys.argv[1:3]
with open(path, encoding="utf-8-sig" if encoding == "UTF-8" else encoding, newline="") as file:
    print(sum(1 for _ in csv.DictReader(file, delimiter=";")), end="")
